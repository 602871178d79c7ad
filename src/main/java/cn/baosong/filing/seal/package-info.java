/** What was filed, sealed: canonical bytes, a chain of hashes for each enterprise, receipts, daily roots. */
package cn.baosong.filing.seal;
