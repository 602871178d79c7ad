/** Joins the model {@code enterprise-registration} to the services of registration. */
package cn.baosong.registration.process;
