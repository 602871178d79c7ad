/** The workbench's page of trial runs. */
package cn.baosong.filing.trial.ui;
