/**
 * Workbooks (.xlsx): templates made from the fields of a form, tables written row by row, and workbooks of strangers read
 * row by row within limits. What comes in is taken for hostile until read: its kind, its size, its XML, its formulas.
 */
@ApplicationModule
package cn.baosong.excel;

import org.springframework.modulith.ApplicationModule;
