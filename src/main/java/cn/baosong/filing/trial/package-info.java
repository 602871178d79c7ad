/**
 * Trial runs (试运行): what another check table would find in the reports of a past period, before it is deployed or carried
 * over. Nothing is written.
 */
package cn.baosong.filing.trial;
