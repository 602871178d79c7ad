/** The pages on which an administrator looks after enterprises: the list, one of them, and the choice of a reviewer. */
package cn.baosong.administration.ui;
