package io.timeledger.twin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.http.Trees;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Signs ID tokens (RS256) with a key that lives as long as the process, made when first used.
public final class IdTokens {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String KEY_ID = "twin-1";

  private static final class Key {
    private static final KeyPair PAIR = generate();

    private static KeyPair generate() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  String sign(ObjectNode claims) {
    ObjectNode header = Trees.object().put("alg", "RS256").put("kid", KEY_ID).put("typ", "JWT");
    String content = encode(header) + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(Key.PAIR.getPrivate());
      signature.update(content.getBytes(UTF_8));
      return content + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The public key as a JWK set (RFC 7517).
  ObjectNode keys() {
    RSAPublicKey key = (RSAPublicKey) Key.PAIR.getPublic();
    ObjectNode jwk =
        Trees.object()
            .put("kty", "RSA")
            .put("use", "sig")
            .put("alg", "RS256")
            .put("kid", KEY_ID)
            .put("n", encode(key.getModulus()))
            .put("e", encode(key.getPublicExponent()));
    return Trees.object().set("keys", Trees.array(List.of(jwk), only -> only));
  }

  private static String encode(ObjectNode json) {
    return URL.encodeToString(json.toString().getBytes(UTF_8));
  }

  /// Without the sign bit's byte.
  private static String encode(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
