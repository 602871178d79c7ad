/** The tables of the workbench: what process owners and operators did to running processes, and why. */
package cn.baosong.workbench.repository;
