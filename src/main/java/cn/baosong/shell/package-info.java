/** The frame around every page: header band, navigation, home pages, and what is said when something fails. */
@org.springframework.modulith.ApplicationModule
package cn.baosong.shell;
