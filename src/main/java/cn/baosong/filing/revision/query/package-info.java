/** The SQL that counts and finds reports by the revision they are pinned to. */
package cn.baosong.filing.revision.query;
