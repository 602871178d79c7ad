/**
 * Forms as files: reads Camunda Forms JSON into a typed model, decides what is shown, checks on the server what a
 * browser sends, keeps drafts, and says values the way people read them. Does not care where a form comes from; the
 * components that render one are in {@code form.ui}.
 */
package cn.baosong.form;
