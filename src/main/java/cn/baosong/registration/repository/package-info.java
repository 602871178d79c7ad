/** The SQL of registrations. Seen inside the feature only: what changes a status asks for a step of the engine. */
package cn.baosong.registration.repository;
