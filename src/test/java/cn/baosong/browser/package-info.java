/**
 * The platform as people meet it: a real browser on the running application with the demo world in a database of its
 * own. Without a Chromium on the machine these tests are skipped; {@code -Dbrowser.required=true} makes that a failure.
 */
package cn.baosong.browser;
