/** The workbench's pages about revisions: the list of a scheme, and one run that carries reports over. */
package cn.baosong.filing.revision.ui;
