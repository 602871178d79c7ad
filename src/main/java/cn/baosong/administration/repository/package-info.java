/** The SQL of what an administrator does with an enterprise, and of the record of it. Seen inside the feature only. */
package cn.baosong.administration.repository;
