/** The parts of the page on which a report is reviewed: figures and words that changed, and what has happened so far. */
package cn.baosong.filing.difference.ui;
