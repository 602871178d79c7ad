/** SQL of the access tokens that stand for a process owner at the door of the engine's REST. */
package cn.baosong.deployment.repository;
