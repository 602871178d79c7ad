/** Pages of reporting: a report to be filled in step by step, its forms and a change of key fields to be read. */
package cn.baosong.filing.ui;
