/**
 * The checks a report must pass and the decisions it asks for, read from the DMN tables that process owners edit:
 * compiled once, evaluated in the form while typing, at submission and in trial runs alike.
 */
package cn.baosong.check;
