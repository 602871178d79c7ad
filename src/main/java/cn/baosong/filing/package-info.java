/**
 * Filing (报送): the report of one enterprise for one period, from the first figure typed to the acceptance. Which report it
 * is (a scheme, 填报制度) is said by files: forms, check table and process; nothing here knows an indicator.
 */
@org.springframework.modulith.ApplicationModule
package cn.baosong.filing;
