/** Joins the models of reporting to the services of filing. */
package cn.baosong.filing.process;
