/**
 * 批量上报 (IMP-07, 08): one workbook with the reports of many enterprises, filed by an administrator in their stead. Each
 * enterprise is decided for itself by the process {@code batch-report}.
 */
package cn.baosong.filing.batch;
