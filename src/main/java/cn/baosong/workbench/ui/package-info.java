/** Pages of the workbench on deployed models, what runs of them, and what failed. */
package cn.baosong.workbench.ui;
