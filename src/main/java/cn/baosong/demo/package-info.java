/** The demo world of profile {@code demo}: people, desks and enterprises, made the way real ones are made. */
@org.springframework.modulith.ApplicationModule
package cn.baosong.demo;
