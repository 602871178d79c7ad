/** The receipt of a sealed version, and the page on which anybody verifies one. */
package cn.baosong.filing.seal.ui;
