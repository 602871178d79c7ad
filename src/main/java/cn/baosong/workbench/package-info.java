/** The process owner's desk: the schemes as deployed, with their models, checks and forms. */
@org.springframework.modulith.ApplicationModule
package cn.baosong.workbench;
