/**
 * The door {@code /engine-rest}: the few calls of the engine's REST interface that Camunda Modeler makes, in the shape it
 * understands. Everything else of that interface is closed.
 */
package cn.baosong.deployment.rest;
