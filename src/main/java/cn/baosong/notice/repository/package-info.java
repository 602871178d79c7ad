/** The SQL of writing notices. Seen inside the feature only: whoever asks names the desks it acts for. */
package cn.baosong.notice.repository;
