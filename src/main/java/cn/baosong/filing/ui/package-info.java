/** Pages of reporting: filling in, importing, what was reported, and the catalogue of products. */
package cn.baosong.filing.ui;
