/**
 * The code lists of the national standards (industries, regions, registration types, kinds of holding): kept as files
 * that name their standard, loaded into a table when a file changed, and answered from memory to forms, checks and
 * pages, by tree or by search.
 */
package cn.baosong.reference;
