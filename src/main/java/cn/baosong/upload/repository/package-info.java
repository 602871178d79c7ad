/** The SQL of uploaded workbooks and their rows, whatever they are about. */
package cn.baosong.upload.repository;
