/** The SQL of workbooks with the reports of many enterprises, and of the enterprises one may file for. */
package cn.baosong.filing.batch.repository;
