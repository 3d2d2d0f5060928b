package io.vespene.core.sshkey;

import io.vespene.core.secret.Cell;
import io.vespene.core.secret.Keyset;
import io.vespene.protocol.worker.KeyMaterial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements about SSH keys. */
final class SshKeyStore {
  private final Handle handle;
  private final Keyset keyset;

  SshKeyStore(Handle handle, Keyset keyset) {
    this.handle = handle;
    this.keyset = keyset;
  }

  /** Its number; empty if the name is taken. */
  Optional<Long> insert(SshKeyDraft draft, PrivateKey key, String createdBy) {
    // A secret is encrypted for its row, so the row's number comes first.
    long id =
        handle
            .createQuery("SELECT nextval(pg_get_serial_sequence('ssh_keys', 'id'))")
            .mapTo(Long.class)
            .one();
    return bind(
            id,
            key,
            handle.createQuery(
                """
                INSERT INTO ssh_keys (id, name, description, private_key, unlock_password, type,
                  fingerprint, public_key, created_by)
                VALUES (:id, :name, :description, :privateKey, :unlockPassword, :type,
                  :fingerprint, :publicKey, :createdBy)
                ON CONFLICT (name) DO NOTHING
                RETURNING id
                """))
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("createdBy", createdBy)
        .mapTo(Long.class)
        .findOne();
  }

  /** Changes what is no secret; whether it still was of this version. */
  boolean update(long id, int version, SshKeyDraft draft) {
    return handle
            .createUpdate(
                """
                UPDATE ssh_keys SET name = :name, description = :description, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .bind("id", id)
            .bind("version", version)
            .bind("name", draft.name())
            .bind("description", draft.description())
            .execute()
        == 1;
  }

  void replaceSecrets(long id, PrivateKey key) {
    bind(
            id,
            key,
            handle.createUpdate(
                """
                UPDATE ssh_keys SET private_key = :privateKey, unlock_password = :unlockPassword,
                  type = :type, fingerprint = :fingerprint, public_key = :publicKey
                WHERE id = :id
                """))
        .execute();
  }

  void delete(long id) {
    handle.createUpdate("DELETE FROM ssh_keys WHERE id = :id").bind("id", id).execute();
  }

  List<SshKey> list() {
    return handle
        .createQuery("SELECT * FROM ssh_keys ORDER BY name")
        .map((row, _) -> key(row))
        .list();
  }

  Optional<SshKey> find(long id) {
    return handle
        .createQuery("SELECT * FROM ssh_keys WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> key(row))
        .findOne();
  }

  Optional<SshKey> find(String name) {
    return handle
        .createQuery("SELECT * FROM ssh_keys WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> key(row))
        .findOne();
  }

  List<String> projectsOf(long id) {
    return handle
        .createQuery(
            """
            SELECT p.name FROM project_ssh_keys a JOIN projects p ON p.id = a.project_id
            WHERE a.ssh_key_id = :id ORDER BY p.name
            """)
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  KeyMaterial material(long id) {
    return handle
        .createQuery("SELECT id, name, private_key, unlock_password FROM ssh_keys WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> material(row))
        .one();
  }

  List<KeyMaterial> materials(long project) {
    return handle
        .createQuery(
            """
            SELECT k.id, k.name, k.private_key, k.unlock_password
            FROM project_ssh_keys a JOIN ssh_keys k ON k.id = a.ssh_key_id
            WHERE a.project_id = :project ORDER BY a.position
            """)
        .bind("project", project)
        .map((row, _) -> material(row))
        .list();
  }

  private KeyMaterial material(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new KeyMaterial(
        row.getString("name"),
        keyset.decrypt(row.getBytes("private_key"), privateKeyOf(id)),
        Optional.ofNullable(row.getBytes("unlock_password"))
            .map(bytes -> keyset.decrypt(bytes, unlockPasswordOf(id))));
  }

  private <S extends SqlStatement<S>> S bind(long id, PrivateKey key, S statement) {
    byte[] unlockPassword =
        key.unlockPassword().map(text -> keyset.encrypt(text, unlockPasswordOf(id))).orElse(null);
    return statement
        .bind("id", id)
        .bind("privateKey", keyset.encrypt(key.text(), privateKeyOf(id)))
        .bind("unlockPassword", unlockPassword)
        .bind("type", key.publicKey().type())
        .bind("fingerprint", key.publicKey().fingerprint())
        .bind("publicKey", key.publicKey().line());
  }

  private static Cell privateKeyOf(long id) {
    return new Cell("ssh_keys", id, "private_key");
  }

  private static Cell unlockPasswordOf(long id) {
    return new Cell("ssh_keys", id, "unlock_password");
  }

  private static SshKey key(ResultSet row) throws SQLException {
    return new SshKey(
        row.getLong("id"),
        row.getString("name"),
        row.getString("description"),
        new PublicKey(
            row.getString("type"), row.getString("fingerprint"), row.getString("public_key")),
        row.getBytes("unlock_password") != null,
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
