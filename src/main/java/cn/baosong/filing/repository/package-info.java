/** The SQL of reports, their explanations and figures, of changed key fields and of report months. */
package cn.baosong.filing.repository;
