/** The tables of sealed versions and daily roots. */
package cn.baosong.filing.seal.repository;
