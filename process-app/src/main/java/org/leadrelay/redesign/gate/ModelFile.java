package org.leadrelay.redesign.gate;

/**
 * File of a release.
 *
 * @param id the id of its process or decision, by which one file replaces another whatever it is called; of words the
 *     model's id and the language: {@code lead-journey_de}
 * @param name as it is deployed and downloaded: {@code lead-journey.bpmn}
 * @param content UTF-8 text; not copied, not to be changed
 */
public record ModelFile(String id, FileKind kind, String name, byte[] content) {}
