/**
 * Desks: the posts of the administration at four levels, each with a region, a superior and the people who hold it. The
 * desk that an enterprise's affairs reach first is found here. Regions and desks are two trees: Ningbo lies in Zhejiang,
 * its desk reports to the nation.
 */
@org.springframework.modulith.ApplicationModule
package cn.baosong.organization;
