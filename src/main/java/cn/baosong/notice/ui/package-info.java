/** The pages of notices: the areas on the home page, the lists, one notice to read, and the administrators' pages. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.notice.ui;
