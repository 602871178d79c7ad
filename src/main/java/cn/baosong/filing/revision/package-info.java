/**
 * Revisions of the schemes as a process owner sees them: what changed from one to the next, how many reports are pinned to
 * each, and carrying over to the newest what is not yet submitted.
 */
package cn.baosong.filing.revision;
