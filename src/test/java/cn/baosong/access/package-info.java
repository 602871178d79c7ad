/**
 * Who may open which page, call which service and reach which record: tried for every role and from a foreign region. The
 * pages and services are found, not listed, so that one that is new tomorrow is tried as well.
 */
package cn.baosong.access;
