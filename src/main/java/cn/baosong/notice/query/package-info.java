/** The SQL of reading notices. Who may read what is decided here and nowhere else, from the seats of the reader. */
package cn.baosong.notice.query;
