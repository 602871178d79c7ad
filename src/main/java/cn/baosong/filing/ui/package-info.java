/** Pages of reporting: the forms of a report and a change of key fields, to be read. */
package cn.baosong.filing.ui;
