/** The SQL of enterprises and of the versions of their basic information. Seen inside the feature only. */
package cn.baosong.enterprise.repository;
