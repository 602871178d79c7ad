/**
 * FEEL, the expression language of forms and checks, over the engine that Camunda brings along: expressions are parsed
 * once and evaluated often with plain Java values, under limits, since a process owner or an administrator writes them.
 */
@NamedInterface
package cn.baosong.common.feel;

import org.springframework.modulith.NamedInterface;
