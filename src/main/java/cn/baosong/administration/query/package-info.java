/** The SQL of what an administrator sees of enterprises. Whoever asks names the desks; nothing else is seen. */
package cn.baosong.administration.query;
