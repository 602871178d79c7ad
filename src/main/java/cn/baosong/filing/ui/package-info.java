/** Pages of reporting. */
package cn.baosong.filing.ui;
