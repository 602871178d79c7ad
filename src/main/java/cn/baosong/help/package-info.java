/** Help (帮助): the reporting guide and the user manual, written in Markdown with the settings in force put in; service links. */
@org.springframework.modulith.ApplicationModule
package cn.baosong.help;
