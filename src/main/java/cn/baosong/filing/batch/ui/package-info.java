/** The pages of 批量上报 (IMP-07, 08): the template, the upload, and what became of each enterprise. */
package cn.baosong.filing.batch.ui;
