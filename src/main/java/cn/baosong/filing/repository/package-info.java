/** The SQL of reports. */
package cn.baosong.filing.repository;
